class Common {
  text = 'common';
}
export = Common;
