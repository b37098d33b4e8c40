import type { FormalParameter, MethodDefinition, Node, ParamPattern, TSParameterProperty } from '@oxc-project/types';
import type { SourceLocation } from '../model/manifest.js';
import type { MethodFact, ParameterFact, SourceFacts } from '../model/source-facts.js';
import { readDocComment } from './doc-comment.js';
import { findClass } from './find-class.js';
import type { LoadedApplication } from './load-application.js';
import { relativePath } from './project-files.js';
import { readAnswers, readPromise, unwrapPromise } from './read-answers.js';
import { locate, memberName, type SourceModule } from './source-module.js';
import { allowsUndefined, type Declared, inferType, readType } from './type-fact.js';

/** Reads facts from the syntax of the modules that were analysed. */
export function readFacts(root: string, loaded: LoadedApplication): SourceFacts {
  const declared = (key: string): Declared | undefined => {
    const place = findClass(loaded, key);
    return place && { ...place, references: loaded.collected.references[key] ?? {}, modules: loaded.modules };
  };
  return {
    classAt(key) {
      const found = declared(key);
      return found && locateNode(root, found.module, found.source.node);
    },
    method(key, name) {
      const found = declared(key);
      const member = found?.source.node.body.body.findLast(
        (entry): entry is MethodDefinition =>
          entry.type === 'MethodDefinition' && !entry.static && memberName(entry) === name,
      );
      return found && member && readMethod(root, found, member);
    },
  };
}

/** Where a declaration's own words begin: its name, after decorators and modifiers. */
function locateNode(
  root: string,
  module: SourceModule,
  node: Node & { readonly id?: Node | null; readonly key?: Node },
): SourceLocation {
  return locate(module, (node.id ?? node.key ?? node).start, relativePath(root, module.file));
}

function readMethod(root: string, declared: Declared, member: MethodDefinition): MethodFact {
  const { returnType, params } = member.value;
  return {
    source: locateNode(root, declared.module, member),
    parameters: params
      .filter((parameter) => !isThis(parameter))
      .map((parameter) => readParameter(root, declared, parameter)),
    answers: readAnswers(member.value, declared),
    promise: readPromise(member, declared),
    ...((member.value.body?.body.length ?? 0) === 0 ? { isEmpty: true as const } : {}),
    returns: returnType ? readType(unwrapPromise(returnType.typeAnnotation), declared).type : { kind: 'unknown' },
    ...readDocComment(declared, member),
  };
}

/** Whether a parameter is the type of `this`, which is not passed. */
const isThis = (parameter: ParamPattern): boolean => parameter.type === 'Identifier' && parameter.name === 'this';

function readParameter(root: string, declared: Declared, parameter: ParamPattern): ParameterFact {
  const pattern: FormalParameter | TSParameterProperty['parameter'] =
    parameter.type === 'TSParameterProperty' ? parameter.parameter : (parameter as FormalParameter);
  const isDefault = pattern.type === 'AssignmentPattern';
  const binding = isDefault ? pattern.left : pattern;
  const annotation = ('typeAnnotation' in binding ? binding.typeAnnotation : undefined)?.typeAnnotation;
  const type = annotation
    ? readType(annotation, declared)
    : isDefault
      ? inferType(pattern.right, declared.module)
      : undefined;
  return {
    ...(binding.type === 'Identifier' ? { name: binding.name } : {}),
    optional:
      isDefault ||
      ('optional' in binding && Boolean(binding.optional)) ||
      (annotation !== undefined && allowsUndefined(annotation)),
    ...(type === undefined ? {} : { type }),
    source: locate(declared.module, binding.start, relativePath(root, declared.module.file)),
  };
}
