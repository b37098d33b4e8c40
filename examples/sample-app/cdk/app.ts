import { App } from 'aws-cdk-lib';
import { TodoStack } from './todo-stack';

new TodoStack(new App(), 'TodoStack', { description: 'A todo API' });
