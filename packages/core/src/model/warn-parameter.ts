/** What of a parameter works, and not as its type says. */
import type { ParameterManifest } from './manifest.js';
import type { ApplicationReading, ParameterReading } from './reading.js';
import { argumentOf } from './refuse-parameter.js';
import { type ParameterFact, placeOf } from './source-facts.js';

/** A parameter with everything known of it. */
export interface Subject {
  readonly reading: ParameterReading;
  readonly fact: ParameterFact | undefined;
  readonly application: ApplicationReading;
  /** `UsersController.create (POST /users)`. */
  readonly route: string;
}

/** What a parameter takes. */
export type Binding = Omit<ParameterManifest, 'index'>;

/** The first thing that a parameter's type promises and the route does not keep. */
export function warningOf(built: Binding, subject: Subject): string | undefined {
  const { reading, fact, route } = subject;
  const warning = mayBeMissing(built, subject) ?? mayBeAnything(built, subject);
  return warning === undefined
    ? undefined
    : `${placeOf(fact?.source)} ${route}, ${parameterLabel(reading, fact)}: ${warning}`;
}

/** What a type promises and the route does not keep: both executors go by the decorator, which alone both of them see. */
function mayBeMissing(built: Binding, { reading, fact }: Subject): string | undefined {
  const isOpen = fact?.type?.form === 'unknown' || fact?.type?.text === 'any';
  if ((built.in === 'body' || built.in === 'file') && built.required && fact?.optional && !isOpen)
    return `a request without it is answered 400, though it is optional; write @${reading.decorator}(${argumentOf(built.name)}{ required: false })`;
  const single = built.in === 'query' || built.in === 'header' || built.in === 'cookie' || built.in === 'auth';
  // a schema says itself what becomes of a missing value
  if (
    !single ||
    built.type.kind === 'schema' ||
    built.name === undefined ||
    built.required ||
    fact === undefined ||
    fact.optional
  )
    return undefined;
  const { name } = fact;
  return `may be undefined, which its type does not say; write ${name}?, a default value, or @${reading.decorator}('${built.name}', { required: true })`;
}

/** An enum or a union of literals, of which running code knows no more than that it is text or a number. */
function mayBeAnything(built: Binding, { reading, fact }: Subject): string | undefined {
  if (fact?.type === undefined || reading.explicit !== undefined || built.name === undefined) return undefined;
  if (!reading.enumerated && !fact.type.literal) return undefined;
  const { text } = fact.type;
  const members = text.split('|').map((member) => member.trim());
  const values = members.filter((member) => member !== 'undefined' && member !== 'null').join(', ');
  return `any ${built.type.kind} is let through, not only ${text}; write @${reading.decorator}('${built.name}', { enum: ${reading.enumerated ? values : `[${values}]`} })`;
}

/** `parameter 1 (sort)`. */
export const parameterLabel = ({ index }: ParameterReading, fact: ParameterFact | undefined): string =>
  fact?.name === undefined ? `parameter ${index}` : `parameter ${index} (${fact.name})`;
