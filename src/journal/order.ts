/** By code unit, so that every machine sorts alike. Days and moments in ISO form sort by time. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
