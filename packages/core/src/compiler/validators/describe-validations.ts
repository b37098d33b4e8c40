/** Describes class-validator's rules for a class. */
import type { Class } from '../../metadata/record.js';
import type { ClassTable } from '../../model/class-table.js';
import { lookUpRules } from '../../model/rule-lookup.js';
import { describeArgument, describeConstraints, describeGiven, type GivenArguments } from './describe-value.js';
import {
  type DtoDescription,
  type RuleSelection,
  selectionKey,
  type Unsupported,
  type ValidationDescription,
} from './dto-description.js';
import { readTag, type ValidationEntry, type ValidationStorage, validationStorage } from './tag-decorators.js';

type Validations = Pick<DtoDescription, 'validations' | 'selections' | 'unsupported'>;

/** Describes the rules of a class, and which of them each selection applies. */
export function describeValidations(
  target: Class,
  classes: ClassTable,
  selections: readonly RuleSelection[],
): Validations {
  const storage = validationStorage();
  if (storage === undefined) return { validations: [], selections: {}, unsupported: [] };
  // with always, the storage leaves out nothing but rules that say of themselves that they are not for always
  const selected = selections.map((selection) => select(storage, target, selection));
  const entries = [...new Set([...select(storage, target, {}), ...selected.flat()])];
  const unsupported: Unsupported[] = [];
  const described = new Map<ValidationEntry, ValidationDescription>();
  for (const entry of entries) {
    const description = describeEntry(entry, storage, classes);
    if (typeof description === 'string') unsupported.push({ property: entry.propertyName, reason: description });
    else described.set(entry, description);
  }
  const positions = new Map([...described.keys()].map((entry, position) => [entry, position]));
  return {
    validations: [...described.values()],
    selections: Object.fromEntries(
      selections.map((selection, index) => [
        selectionKey(selection),
        (selected[index] ?? []).flatMap((entry) => positions.get(entry) ?? []),
      ]),
    ),
    unsupported,
  };
}

const select = (
  storage: ValidationStorage,
  target: Class,
  { groups, always = false, strictGroups = false }: RuleSelection,
): readonly ValidationEntry[] => lookUpRules(storage)(target, '', always, strictGroups, groups);

function describeEntry(
  entry: ValidationEntry,
  storage: ValidationStorage,
  classes: ClassTable,
): ValidationDescription | string {
  const tag = readTag(entry);
  if (tag === undefined) return 'a rule was not made by a decorator that the build can see, as by one of a package';
  const { library, factory, index, property } = tag;
  const place = { library, factory, class: classes.keyOf(tag.target as Class), property: String(property), index };
  const given: GivenArguments = { place, values: tag.arguments };
  const constraints =
    entry.constraintCls === undefined ? [] : storage.getTargetValidatorConstraints(entry.constraintCls);
  if (constraints.length > 1 || (entry.constraintCls !== undefined && constraints.length === 0))
    return `its validator class has ${constraints.length} @ValidatorConstraint decorators`;
  const optional = (name: 'context' | 'validateIf' | 'message') =>
    entry[name] === undefined ? {} : { [name]: describeGiven(given, entry[name]) };
  return {
    type: entry.type as ValidationDescription['type'],
    constraint: constraints[0]?.name || entry.type,
    property: entry.propertyName,
    place,
    arguments: tag.arguments.map((_, argument) => describeArgument(given, argument)),
    ...(entry.constraints === undefined ? {} : { constraints: describeConstraints(given, entry.constraints) }),
    each: entry.each === true,
    groups: entry.groups ?? [],
    ...(entry.always === undefined ? {} : { always: entry.always }),
    ...optional('message'),
    ...optional('context'),
    ...optional('validateIf'),
    ...describeDefaultMessage(entry, storage),
    ...(constraints[0]?.async ? { isAsync: true } : {}),
  };
}

/** Validators of the author's; what they answer is not asked for at build time. */
const AUTHORED = new Set(['Validate', 'ValidateBy', 'registerDecorator']);

/** The library's own default message, where it says the same of any value. */
function describeDefaultMessage(
  entry: ValidationEntry,
  storage: ValidationStorage,
): Pick<ValidationDescription, 'defaultMessage'> {
  if (entry.constraintCls === undefined || AUTHORED.has(readTag(entry)?.factory ?? '')) return {};
  const [constraint] = storage.getTargetValidatorConstraints(entry.constraintCls);
  const messages = PROBES.map((value) => {
    const { propertyName: property, constraints } = entry;
    return String(constraint?.instance.defaultMessage?.({ property, value, constraints, object: {}, targetName: '' }));
  });
  return new Set(messages).size === 1 ? { defaultMessage: messages[0] as string } : {};
}

/** Values of different kinds and lengths; Length says something else of each. */
const PROBES: readonly unknown[] = [undefined, '', 'x'.repeat(1_000_000), 0, [], {}];
