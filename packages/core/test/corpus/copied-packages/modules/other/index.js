import shared from 'shared';
import { run } from 'addon';
export const other = () => [shared.version, ...run()];
