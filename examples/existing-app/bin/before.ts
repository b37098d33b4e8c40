import { App } from 'aws-cdk-lib';
import { BookshopStack } from '../lib/bookshop-stack-before';

new BookshopStack(new App(), 'BookshopStack', { description: 'A bookshop' });
