/** The ten resources of the CRUD application, with five routes each. */
export const RESOURCES = Array.from({ length: 10 }, (_, index) => `items-${index}`);
