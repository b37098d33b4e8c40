/** What can be done about a package that is large or should not be there: one row for each kind of finding. */

/** What advice is given on. */
export interface Finding {
  /** Empty for the application's own sources. */
  readonly name: string;
  readonly share: number;
  readonly bytes: number;
  readonly hasCommonJs: boolean;
  /** Files that nothing is used of by name. */
  readonly effectsOnly: readonly string[];
  readonly saysSideEffects: boolean;
  /** Versions of the package that are in the bundle. */
  readonly versions: readonly string[];
}

/** Packages for which the platform or a smaller package does the same. */
const REPLACEMENTS: Readonly<Record<string, string>> = {
  'aws-sdk': 'the clients of @aws-sdk, version 3',
  axios: 'fetch, which Node.js has',
  bluebird: 'promises, which the language has',
  lodash: 'lodash-es, which can be shaken, or the language itself',
  moment: 'Intl, date-fns or dayjs',
  'moment-timezone': 'Intl, date-fns or dayjs',
  'node-fetch': 'fetch, which Node.js has',
  request: 'fetch, which Node.js has',
  underscore: 'the language itself',
  uuid: 'randomUUID of node:crypto',
};

/** Bytes and share from which a package is said to be large. */
const LARGE = { bytes: 50_000, share: 0.3 };

const RULES: readonly ((finding: Finding) => string | undefined)[] = [
  ({ name }) =>
    name === 'reflect-metadata'
      ? 'No compiled handler needs reflect-metadata: remove the import, unless a library of yours asks for metadata at run time.'
      : undefined,
  ({ name }) => (Object.hasOwn(REPLACEMENTS, name) ? `Consider ${REPLACEMENTS[name]} instead.` : undefined),
  ({ versions }) =>
    versions.length > 1
      ? `Two versions are in this function (${versions.join(' and ')}): bring the ranges together, then run npm dedupe.`
      : undefined,
  ({ hasCommonJs, name }) =>
    hasCommonJs && name === ''
      ? 'Some of it is CommonJS, of which nothing can be dropped: write it as ES modules.'
      : undefined,
  ({ hasCommonJs, name }) =>
    hasCommonJs && name !== '' && name !== 'reflect-metadata'
      ? 'It is CommonJS, of which nothing can be dropped: look for its ES module build, or a smaller package.'
      : undefined,
  ({ effectsOnly, name }) =>
    effectsOnly.length > 0 && name === ''
      ? `Kept for their effects, since nothing is imported of them by name: ${effectsOnly.slice(0, 3).join(', ')}.`
      : undefined,
  ({ effectsOnly, saysSideEffects, name }) =>
    name !== '' && effectsOnly.length > 0 && !saysSideEffects && name !== 'reflect-metadata'
      ? `Kept for their effects, since its package.json has no "sideEffects": ${effectsOnly.slice(0, 3).join(', ')}.`
      : undefined,
  ({ bytes, share, name }) =>
    bytes > LARGE.bytes && share > LARGE.share && name !== '@gatewright/core' && name !== ''
      ? 'It is a large part of this function: import() it where it is needed, if that is not in each request, or make it external and deploy it in a layer.'
      : undefined,
];

/** The advice on a package, a sentence for each finding. */
export const adviceOn = (finding: Finding): string[] => RULES.flatMap((rule) => rule(finding) ?? []);
