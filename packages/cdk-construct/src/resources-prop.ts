import type { IConstruct } from 'constructs';

/** What controllers can name: a table, queue, topic, bucket or another construct; or a text such as a URL or an ARN, which may be a token. */
export type ResourceLike = IConstruct | string;

/** Resources by the name that controllers have for them: `{ orders: queue, legacy: 'https://legacy.example.com' }`. */
export type Resources = Readonly<Record<string, ResourceLike>>;
