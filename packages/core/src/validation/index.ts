/** What the handlers of routes with DTOs import; the only place of class-validator and class-transformer. */
export { bindDto, bindDtoList } from './dto.js';
export { toOutput } from './output.js';
export { type AnswerSource, validateOutput } from './validate-output.js';
