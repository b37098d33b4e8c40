import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { Injectable, resource, Uses } from '@gatewright/core';
import type { CreateReview } from './create-review';

/** What a reader thinks of a book. */
export interface Review {
  readonly id: string;
  readonly stars: number;
  readonly text: string;
}

/** Keeps reviews beside their book, in the table that was there before. */
@Injectable()
@Uses({ books: [] })
export class ReviewStore {
  private readonly table = resource('books').name;
  private readonly client = DynamoDBDocumentClient.from(new DynamoDBClient());

  /** Reads the first reviews of a book, as many as fit into 1 MB. */
  async list(bookId: string): Promise<Review[]> {
    const { Items = [] } = await this.client.send(
      new QueryCommand({
        TableName: this.table,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :review)',
        ExpressionAttributeValues: { ':pk': `BOOK#${bookId}`, ':review': 'REVIEW#' },
      }),
    );
    return Items.map(({ id, stars, text }) => ({ id, stars, text }));
  }

  /** Adds a review to a book. */
  async create(bookId: string, { stars, text }: CreateReview): Promise<Review> {
    const review = { id: randomUUID(), stars, text };
    const key = { pk: `BOOK#${bookId}`, sk: `REVIEW#${review.id}` };
    await this.client.send(new PutCommand({ TableName: this.table, Item: { ...key, ...review } }));
    return review;
  }
}
