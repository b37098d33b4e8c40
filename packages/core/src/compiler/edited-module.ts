import type MagicString from 'magic-string';
import type { SourceMapInput } from 'rolldown';

/** A module as it is loaded in place of its file. */
export interface EditedModule {
  readonly code: string;
  /** Null where none is asked for. */
  readonly map: SourceMapInput;
}

/** A module after edits; its map has the text before them. */
export const editedModule = (id: string, code: MagicString, isMapped: boolean): EditedModule => ({
  code: code.toString(),
  map: isMapped && code.hasChanged() ? code.generateMap({ source: id, includeContent: true, hires: 'boundary' }) : null,
});
