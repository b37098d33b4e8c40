export default async function later() {
  return 'later';
}
