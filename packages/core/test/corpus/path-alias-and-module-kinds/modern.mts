export const modern = typeof import.meta.url === 'string' ? 'modern' : 'no place';
