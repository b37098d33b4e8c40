export { Clock as Again } from 'shared';
