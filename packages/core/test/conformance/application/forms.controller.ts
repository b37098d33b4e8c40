import { Body, Consumes, Controller, Patch, Post, Put, Query, UploadedFile, UploadedFiles } from '@gatewright/core';
import { NewPost, SignUp } from './forms.js';

const show = async (file: File | undefined) =>
  file && { name: file.name, type: file.type, size: file.size, text: await file.text(), isFile: file instanceof File };

/** Takes bodies that are not JSON, or not only. */
@Controller('/forms')
export class FormsController {
  @Post('/dto')
  @Consumes('application/x-www-form-urlencoded')
  dto(@Body() input: NewPost) {
    return { input, isNewPost: input instanceof NewPost };
  }

  @Post('/fields')
  @Consumes('application/x-www-form-urlencoded')
  fields(
    @Body('title') title: string,
    @Body('count', { required: false }) count?: number,
    @Body('ids', { type: [Number], required: false }) ids?: number[],
    @Body('tag', { type: [String], required: false }) tags?: string[],
    @Body('level', { enum: ['low', 'high'], required: false }) level?: string,
    @Body('extra', { type: Object, required: false }) extra?: unknown,
  ) {
    return { title, count, ids, tags, level, extra };
  }

  @Post('/any')
  @Consumes('application/x-www-form-urlencoded')
  any(@Body(Object) input: Record<string, unknown>) {
    return { input };
  }

  @Post('/upload')
  async upload(
    @Body('title') title: string,
    @UploadedFile('avatar') avatar: File,
    @UploadedFiles('photos', { required: false }) photos: File[] = [],
  ) {
    return { title, avatar: await show(avatar), photos: await Promise.all(photos.map(show)) };
  }

  @Post('/upload-dto')
  @Consumes('multipart/form-data')
  async uploadDto(@Body() input: NewPost, @UploadedFile('file', { required: false }) file?: File) {
    return { input, file: await show(file) };
  }

  @Put('/either')
  @Consumes('application/json', 'application/x-www-form-urlencoded', 'multipart/form-data')
  either(@Body() input: SignUp, @Body('age') age: number) {
    return { input, age, isSignUp: input instanceof SignUp };
  }

  @Patch('/form-or-json')
  @Consumes('multipart/form-data', 'application/json')
  async formOrJson(@UploadedFile('file') file: File, @Query('q') q?: string) {
    return { file: await show(file), q };
  }

  @Put('/bytes')
  bytes(@Body() body: Uint8Array) {
    return { bytes: [...body], isBytes: body instanceof Uint8Array };
  }

  @Put('/image')
  @Consumes('image/*')
  image(@Body() body: Buffer) {
    return { size: body.length };
  }

  @Put('/csv')
  @Consumes('text/csv', 'text/plain')
  csv(@Body() body: string) {
    return { lines: body.split('\n') };
  }

  @Put('/merge-patch')
  @Consumes('application/merge-patch+json')
  mergePatch(@Body(Object) patch: unknown) {
    return { patch };
  }
}
