import type { Problem } from '../errors/definition-error.js';
import { placeOf } from '../model/source-facts.js';
import { relativePath } from './project-files.js';
import { decoratorsOf, locate, parameterDecorators, type SourceModule } from './source-module.js';

/** Refuses decorators in class expressions: TypeScript's can stand on class declarations only (TS1206), and would reach Node as they are. */
export const checkExpressions = (root: string, modules: ReadonlyMap<string, SourceModule>): Problem[] =>
  [...modules.values()].flatMap((module) =>
    [...module.classes.values()].flatMap(({ node, name }): Problem[] => {
      if (node.type !== 'ClassExpression') return [];
      const members = node.body.body.flatMap((member) => [...decoratorsOf(member), ...parameterDecorators(member)]);
      const [decorator] = [...decoratorsOf(node), ...members];
      if (decorator === undefined) return [];
      const at = placeOf(locate(module, decorator.start, relativePath(root, module.file))) as string;
      const message =
        'has decorators in a class expression, which TypeScript does not allow; write a class declaration: class Name { ... }';
      return [{ code: 'SOURCE_INVALID', where: name ?? 'a class', message, at }];
    }),
  );
