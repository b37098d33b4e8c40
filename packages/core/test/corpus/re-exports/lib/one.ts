export class One {
  text = 'one';
}
export const shared = 'MARK-shared';
