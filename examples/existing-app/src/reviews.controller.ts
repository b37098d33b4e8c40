import { Body, Controller, Get, HttpCode, Param, Post, Public, Uses } from '@gatewright/core';
import { CreateReview } from './create-review';
import { type Review, ReviewStore } from './review-store';

/** Reviews of a book; the book itself is answered by a function that was there before. */
@Controller('/books/:id/reviews')
@Public()
export class ReviewsController {
  constructor(private readonly reviews: ReviewStore) {}

  /** List a book's reviews. */
  @Get()
  @Uses({ books: 'dynamodb:Query' })
  list(@Param('id') id: string): Promise<Review[]> {
    return this.reviews.list(id);
  }

  /** Review a book. */
  @Post()
  @Uses({ books: 'dynamodb:PutItem' })
  @HttpCode(201)
  create(@Param('id') id: string, @Body() input: CreateReview): Promise<Review> {
    return this.reviews.create(id, input);
  }
}
