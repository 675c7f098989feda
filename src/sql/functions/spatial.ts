import type { FunctionRow } from './function-row.js';
import { TRUTH } from './return-rules.js';
import { each, effects, fromExtension, pure, volatile } from './row-builders.js';

/** PostgreSQL's geometric types. */
const postgresql: readonly FunctionRow[] = [
  ...each(pure, 'pg', 'FLOAT', 'STRICT', 'area diameter height width radius slope'),
  ...each(
    pure,
    'pg',
    'OTHER',
    'STRICT',
    `box circle line lseg path point polygon center diagonal bound_box pclose popen`,
  ),
  pure('npoints', 'INTEGER', 'STRICT', { pg: 'npoints' }),
  ...each(pure, 'pg', 'BOOLEAN', 'STRICT', 'isclosed isopen ishorizontal isvertical isparallel isperp'),
];

/** MySQL's and MariaDB's; MariaDB keeps the old names without ST_. Names of which both sound the same stand once. */
const mysql: readonly FunctionRow[] = [
  ...each(
    pure,
    'my',
    'OTHER',
    'MAY',
    `point_mysql=point linestring polygon_mysql=polygon multipoint multilinestring multipolygon
     geometrycollection=geometrycollection,geomcollection
     st_geomfromtext=st_geomfromtext,st_geometryfromtext,geomfromtext,geometryfromtext
     st_geomfromwkb=st_geomfromwkb,st_geometryfromwkb,geomfromwkb,geometryfromwkb
     st_pointfromtext=st_pointfromtext,pointfromtext st_pointfromwkb=st_pointfromwkb,pointfromwkb
     st_linefromtext=st_linefromtext,st_linestringfromtext,linefromtext,linestringfromtext
     st_linefromwkb=st_linefromwkb,st_linestringfromwkb,linefromwkb,linestringfromwkb
     st_polyfromtext=st_polyfromtext,st_polygonfromtext,polyfromtext,polygonfromtext
     st_polyfromwkb=st_polyfromwkb,st_polygonfromwkb,polyfromwkb,polygonfromwkb
     st_mpointfromtext=st_mpointfromtext,st_multipointfromtext,mpointfromtext,multipointfromtext
     st_mpointfromwkb=st_mpointfromwkb,st_multipointfromwkb,mpointfromwkb,multipointfromwkb
     st_mlinefromtext=st_mlinefromtext,st_multilinestringfromtext,mlinefromtext,multilinestringfromtext
     st_mlinefromwkb=st_mlinefromwkb,st_multilinestringfromwkb,mlinefromwkb,multilinestringfromwkb
     st_mpolyfromtext=st_mpolyfromtext,st_multipolygonfromtext,mpolyfromtext,multipolygonfromtext
     st_mpolyfromwkb=st_mpolyfromwkb,st_multipolygonfromwkb,mpolyfromwkb,multipolygonfromwkb
     st_geomcollfromtext=st_geomcollfromtext,st_geometrycollectionfromtext,st_geomcollfromtxt,geomcollfromtext,geometrycollectionfromtext
     st_geomcollfromwkb=st_geomcollfromwkb,st_geometrycollectionfromwkb,geomcollfromwkb,geometrycollectionfromwkb
     st_geomfromgeojson st_pointfromgeohash st_buffer=st_buffer,buffer st_buffer_strategy st_centroid=st_centroid,centroid
     st_convexhull=st_convexhull,convexhull st_difference st_intersection st_symdifference st_union
     st_endpoint=st_endpoint,endpoint st_startpoint=st_startpoint,startpoint st_envelope=st_envelope,envelope
     st_exteriorring=st_exteriorring,exteriorring st_geometryn=st_geometryn,geometryn
     st_interiorringn=st_interiorringn,interiorringn st_pointn=st_pointn,pointn st_makeenvelope st_simplify st_swapxy
     st_validate st_transform st_boundary=st_boundary,boundary st_pointonsurface=st_pointonsurface,pointonsurface
     st_lineinterpolatepoint st_lineinterpolatepoints st_pointatdistance`,
  ),
  ...each(
    pure,
    'my',
    'FLOAT',
    'MAY',
    `st_area=st_area,area st_length=st_length,glength st_x=st_x,x st_y=st_y,y st_distance st_distance_sphere
     st_latitude st_longitude st_latfromgeohash st_longfromgeohash st_hausdorffdistance st_frechetdistance`,
  ),
  ...each(
    pure,
    'my',
    'INTEGER',
    'MAY',
    `st_dimension=st_dimension,dimension st_numgeometries=st_numgeometries,numgeometries
     st_numinteriorrings=st_numinteriorring,st_numinteriorrings,numinteriorrings st_numpoints=st_numpoints,numpoints
     st_srid=st_srid,srid`,
  ),
  ...each(
    pure,
    'my',
    'TEXT',
    'MAY',
    `st_asgeojson st_astext=st_astext,st_aswkt,astext,aswkt st_geohash st_geometrytype=st_geometrytype,geometrytype`,
  ),
  ...each(pure, 'my', 'BINARY', 'MAY', 'st_asbinary=st_asbinary,st_aswkb,asbinary,aswkb'),
  ...each(
    pure,
    'my',
    TRUTH,
    'MAY',
    `st_contains st_crosses=st_crosses,crosses st_disjoint st_equals st_intersects st_overlaps st_touches=st_touches,touches
     st_within st_relate st_isclosed=st_isclosed,isclosed st_isempty=st_isempty,isempty st_issimple=st_issimple,issimple
     st_isring=st_isring,isring st_isvalid mbrcontains=mbrcontains,contains mbrcoveredby mbrcovers
     mbrdisjoint=mbrdisjoint,disjoint mbrequals=mbrequals,mbrequal,equals mbrintersects=mbrintersects,intersects
     mbroverlaps=mbroverlaps,overlaps mbrtouches mbrwithin=mbrwithin,within`,
  ),
];

const sqlite: readonly FunctionRow[] = [
  ...each(pure, 'lite', 'TEXT', 'MAY', 'rtreenode geopoly_json geopoly_svg geopoly_debug'),
  // It reads tables that the statement does not name.
  volatile('rtreecheck', 'TEXT', 'MAY', { lite: 'rtreecheck' }),
  pure('rtreedepth', 'INTEGER', 'MAY', { lite: 'rtreedepth' }),
  ...each(pure, 'lite', 'BINARY', 'MAY', 'geopoly_blob geopoly_bbox geopoly_ccw geopoly_regular geopoly_xform'),
  pure('geopoly_area', 'FLOAT', 'MAY', { lite: 'geopoly_area' }),
  ...each(pure, 'lite', 'INTEGER', 'MAY', 'geopoly_contains_point geopoly_overlap geopoly_within'),
];

/** What of PostGIS is met most often. */
const postgis: readonly FunctionRow[] = [
  ...each(
    pure,
    'pg',
    'OTHER',
    'MAY',
    [
      'point makepoint setsrid transform geomfromtext geomfromwkb geomfromewkt geomfromewkb geomfromgeojson buffer centroid',
    ]
      .concat('convexhull difference intersection symdifference union envelope makeenvelope makeline makepolygon')
      .concat('collect simplify snaptogrid startpoint endpoint pointn geometryn exteriorring boundary closestpoint')
      .concat('lineinterpolatepoint linesubstring makevalid force2d force3d multi expand translate scale rotate')
      .flatMap((list) => list.split(' '))
      .map((name) => `postgis_${name}=st_${name}`)
      .join(' '),
  ),
  ...each(
    pure,
    'pg',
    'FLOAT',
    'MAY',
    ['area length perimeter x y z m xmin xmax ymin ymax distance distancesphere distancespheroid azimuth']
      .flatMap((list) => list.split(' '))
      .map((name) => `postgis_${name}=st_${name}`)
      .join(' '),
  ),
  ...each(
    pure,
    'pg',
    'BOOLEAN',
    'MAY',
    ['contains containsproperly covers coveredby crosses disjoint equals intersects overlaps touches within dwithin']
      .concat('dfullywithin isempty isvalid issimple isclosed isring')
      .flatMap((list) => list.split(' '))
      .map((name) => `postgis_${name}=st_${name}`)
      .join(' '),
  ),
  ...each(
    pure,
    'pg',
    'TEXT',
    'MAY',
    'postgis_astext=st_astext postgis_asewkt=st_asewkt postgis_asgeojson=st_asgeojson postgis_geohash=st_geohash',
  ),
  ...each(pure, 'pg', 'BINARY', 'MAY', 'postgis_asbinary=st_asbinary postgis_asewkb=st_asewkb postgis_asmvt=st_asmvt'),
  ...each(
    pure,
    'pg',
    'INTEGER',
    'MAY',
    'postgis_srid=st_srid postgis_npoints=st_npoints postgis_numgeometries=st_numgeometries',
  ),
  volatile('postgis_random_points', 'OTHER', 'MAY', { pg: 'st_generatepoints' }),
  // These alter tables or the installation.
  ...each(
    effects,
    'pg',
    'TEXT',
    'MAY',
    `addgeometrycolumn dropgeometrycolumn dropgeometrytable updategeometrysrid populate_geometry_columns
     postgis_extensions_upgrade addrasterconstraints droprasterconstraints addoverviewconstraints`,
  ),
];

/** Functions of geometry. */
export const spatialFunctions: readonly FunctionRow[] = [...postgresql, ...mysql, ...sqlite, ...fromExtension(postgis)];
