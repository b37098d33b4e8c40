export default () => 'MARK-import';
