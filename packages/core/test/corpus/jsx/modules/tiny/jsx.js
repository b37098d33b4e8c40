export const jsx = (type, props) =>
  typeof type === 'function' ? type(props) : '<' + type + '>' + props.children + '</' + type + '>';
