/** Compiles what plainToInstance does for a class, in this process. */

import { describeDtos } from '../../../../src/compiler/validators/describe-dto.js';
import type { DecoratorPlace } from '../../../../src/compiler/validators/dto-description.js';
import { DtoWriter } from '../../../../src/compiler/validators/dto-writer.js';
import { InstanceEmitter } from '../../../../src/compiler/validators/emit-instance.js';
import { readTag, transformStorage } from '../../../../src/compiler/validators/tag-decorators.js';
import type { Class } from '../../../../src/metadata/record.js';
import { ClassTable } from '../../../../src/model/class-table.js';
import type { TransformOptions } from '../../../../src/model/dto-options.js';
import * as runtime from '../../../../src/validation/compiled/convert.js';

/** A compiled plainToInstance. */
export type ToInstance = (plain: unknown) => unknown;

/** The code, and the function that it is. */
export function compileInstance(
  target: Class,
  options: TransformOptions = {},
): { code: string; toInstance: ToInstance } {
  const classes = new ClassTable();
  const key = classes.keyOf(target);
  const dtos = describeDtos(classes, { selections: [{}], isDeclared: () => true });
  const writer = new DtoWriter(dtos, new Map());
  const name = new InstanceEmitter(writer, options).functionOf(key);
  const code = writer.declarations.join('\n');
  const values = writer.bindings.map(({ binding }) => {
    if (binding.kind === 'class') return classes.classOf(binding.class);
    if (binding.kind === 'given') return argumentsOf(binding.place, classes);
    if (binding.kind === 'runtime') return runtime[binding.name as keyof typeof runtime];
    throw new Error(`an instance needs no ${binding.kind}`);
  });
  const locals = writer.bindings.map(({ local }) => local);
  return {
    code,
    toInstance: new Function(...locals, `'use strict';\n${code}\nreturn ${name};`)(...values) as ToInstance,
  };
}

function argumentsOf(
  { factory, class: owner, property, index }: DecoratorPlace,
  classes: ClassTable,
): readonly unknown[] {
  const storage = transformStorage()!;
  const maps = [
    storage._typeMetadatas,
    storage._transformMetadatas,
    storage._exposeMetadatas,
    storage._excludeMetadatas,
  ];
  const entries = maps.flatMap((map) =>
    [...(map.values() as Iterable<Map<unknown, object>>)].flatMap((own) => [...own.values()].flat()),
  );
  const tag = entries
    .flatMap((entry) => readTag(entry) ?? [])
    .find(
      (entry) =>
        entry.factory === factory &&
        entry.target === classes.classOf(owner) &&
        entry.property === property &&
        entry.index === index,
    );
  return tag!.arguments;
}
