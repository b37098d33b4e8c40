export {
  type Fields,
  IntersectionType,
  type MappedClass,
  OmitType,
  type PartialOptions,
  PartialType,
  PickType,
} from './mapped-types.js';
