import { z } from 'zod';

/** A user to create, for the peers whose users write zod. */
export const userSchema = () =>
  z.object({
    name: z.string().min(1).max(50),
    email: z.email(),
    age: z.int().min(0).max(150),
    tags: z.array(z.string()).optional(),
    address: z.object({ street: z.string().min(1).max(100), city: z.string().min(1).max(100) }),
  });
