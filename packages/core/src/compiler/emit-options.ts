import type { Manifest, RouteManifest } from '../model/manifest.js';
import type { RecordedValue } from './find-value.js';
import type { FrontDoorName } from './options.js';
import type { LinkedDtos } from './validators/link-dtos.js';

/** How a class is imported. */
export interface ClassImport {
  /** Absolute path of a module, or a package's name. */
  readonly module: string;
  readonly export: string;
  /** The module that imports it from a package. */
  readonly importer?: string;
}

/** How a value is imported that a decorator or a provider was given. */
export interface ValueImport extends ClassImport {
  /** What it is called where it is written. */
  readonly name?: string;
  /** Where it is in what is imported: `.providers[0].useFactory`. */
  readonly access?: string;
}

/** What emitting a handler needs beside its route. */
export interface EmitOptions {
  readonly manifest: Manifest;
  readonly frontDoors: readonly FrontDoorName[];
  /** Key of the controller's class. */
  readonly controller: string;
  importOf(key: string): ClassImport;
  /** How a value is imported that a decorator was given, by its key; or which class's records have it. */
  importOfValue(key: string): ValueImport | RecordedValue;
  /** Whether something in the bundle asks for the current context. */
  readonly usesCurrentContext?: boolean;
  /** All routes of a function that answers several, and finds out which one a request is for. */
  readonly together?: readonly RouteManifest[];
  /** Whether it is an authorizer's handler, which is asked about requests of any route. */
  readonly isAuthorizer?: boolean;
  /** Compiled DTOs; undefined where the libraries make and validate them. */
  readonly dtos?: Pick<LinkedDtos, 'specifier' | 'compiled'> | undefined;
}
