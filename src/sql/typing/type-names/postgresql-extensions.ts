/** Types of PostgreSQL's extensions that are neither texts nor words of a user's own ENUM: what their texts say is more than a word. */
export const EXTENSION_TYPES: ReadonlySet<string> = new Set(
  `box2d box3d cube geography geometry halfvec hstore lo lquery ltree ltxtquery raster seg sparsevec topogeometry
   vector`.split(/\s+/),
);
