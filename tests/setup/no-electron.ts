/** Stands where `electron` would be imported in a unit test; touching it is a mistake of the test. */
export const app = undefined
