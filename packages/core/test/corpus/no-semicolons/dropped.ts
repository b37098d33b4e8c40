export const dropped = 'MARK-dropped', alsoDropped = 'MARK-also'
