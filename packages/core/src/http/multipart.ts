/**
 * Parses multipart/form-data (RFC 7578, RFC 2046 5.1). The body is in memory as a whole, so a search for its delimiters is all it takes:
 * a tenth of busboy's bytes, and without the 23 ms (Node 20) that `new Response(...).formData()` takes to load.
 */
import type { Form } from './form.js';
import { BadRequest } from './http-errors.js';
import { collect } from './values.js';

/** Parses a multipart/form-data body; a missing one is undefined. Answers 400 when it is malformed. */
export function parseMultipart(bytes: Uint8Array | undefined, contentType: string | undefined): Form | undefined {
  if (bytes === undefined || bytes.length === 0) return undefined;
  const fields: [string, string][] = [];
  const files: Record<string, File[]> = Object.create(null);
  for (const { name, filename, type, content } of readParts(bytes, contentType)) {
    if (filename === undefined) fields.push([name, content.toString()]);
    // a browser sends a file input without a file as an empty file without a name
    else if (filename !== '' || content.length > 0) {
      files[name] ??= [];
      files[name].push(new File([content], filename, { type }));
    }
  }
  return { fields: collect(fields), files };
}

interface Part {
  readonly name: string;
  readonly filename: string | undefined;
  readonly type: string;
  readonly content: Buffer<ArrayBuffer>;
}

function* readParts(bytes: Uint8Array, contentType: string | undefined): Generator<Part> {
  const boundary = parametersOf(contentType ?? '').get('boundary');
  if (boundary === undefined) throw malformed('its Content-Type has no boundary');
  const delimiter = `\r\n--${boundary}`;
  // so that the first delimiter is found like every other
  const body = Buffer.concat([Buffer.from('\r\n'), bytes]);
  let position = body.indexOf(delimiter);
  while (position >= 0) {
    const start = position + delimiter.length;
    if (body.toString('latin1', start, start + 2) === '--') return;
    const padding = /^[ \t]*\r\n/.exec(body.toString('latin1', start, start + 100));
    if (padding === null) throw malformed('a delimiter does not end its line');
    const end = body.indexOf(delimiter, start);
    if (end < 0) break;
    yield readPart(body.subarray(start + padding[0].length, end));
    position = end;
  }
  throw malformed('it has no end');
}

function readPart(part: Buffer<ArrayBuffer>): Part {
  const end = part.indexOf('\r\n\r\n');
  const headers = end < 0 ? '' : part.toString('utf8', 0, end);
  const disposition = headerOf(headers, 'content-disposition') ?? '';
  const parameters = parametersOf(disposition);
  const name = parameters.get('name');
  if (!/^form-data *;/i.test(disposition) || name === undefined) throw malformed('a part has no name');
  return {
    name,
    // a `filename*` is not allowed (RFC 7578, 4.2)
    filename: parameters.get('filename'),
    // RFC 7578, 4.4
    type: headerOf(headers, 'content-type') ?? 'text/plain',
    content: part.subarray(end + 4),
  };
}

const headerOf = (headers: string, name: string): string | undefined =>
  // U+2028 in a file's name ends a line to `.` and `$`
  new RegExp(`(?:^|\\r\\n)${name}:([^\\r\\n]*)`, 'i').exec(headers)?.[1]?.trim();

/** A header's parameters by lower-case name; values are escaped as browsers do (https://html.spec.whatwg.org/#multipart-form-data). */
const parametersOf = (header: string): ReadonlyMap<string, string> =>
  new Map(
    [...header.matchAll(/;\s*([^\s=;]+)=(?:"([^"]*)"|([^\s;"]+))/g)].map(([, name, quoted, token]) => [
      (name as string).toLowerCase(),
      ((quoted ?? token) as string).replace(/%(?:0A|0D|22)/gi, decodeURIComponent),
    ]),
  );

const malformed = (reason: string): BadRequest => new BadRequest(`The multipart body is malformed: ${reason}.`);
