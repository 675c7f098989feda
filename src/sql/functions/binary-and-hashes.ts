import type { FunctionRow } from './function-row.js';
import { argument, TRUTH } from './return-rules.js';
import { each, pure, session } from './row-builders.js';

/** Bytes, their encodings, digests, ciphers and compression. */
export const binaryFunctions: readonly FunctionRow[] = [
  pure('md5', 'TEXT', 'STRICT', { pg: 'md5/1', my: 'md5/1' }),
  ...each(pure, 'pg', 'BINARY', 'STRICT', 'sha224/1 sha256/1 sha384/1 sha512/1'),
  pure('sha1', 'TEXT', 'STRICT', { my: 'sha1 sha' }),
  pure('sha2', 'TEXT', 'MAY', { my: 'sha2/2' }),
  ...each(pure, 'pg', 'BIGINT', 'STRICT', 'crc32_bytea=crc32 crc32c_bytea=crc32c'),
  pure('encode_bytes', 'TEXT', 'STRICT', { pg: 'encode/2' }),
  pure('decode_bytes', 'BINARY', 'STRICT', { pg: 'decode/2' }),
  pure('set_bit', argument(0), 'STRICT', { pg: 'set_bit' }),
  pure('set_byte', 'BINARY', 'STRICT', { pg: 'set_byte' }),
  ...each(pure, 'pg', 'INTEGER', 'STRICT', 'get_bit get_byte'),
  ...each(pure, 'pg', 'BINARY', 'STRICT', 'convert convert_to/2'),
  pure('convert_from', 'TEXT', 'STRICT', { pg: 'convert_from/2' }),
  pure('unhex_mysql', 'BINARY', 'MAY', { my: 'unhex/1' }),
  pure('unhex_sqlite', 'BINARY', 'MAY', { lite: 'unhex/1-2' }),
  pure('zero_bytes', 'BINARY', 'NEVER', { lite: 'zeroblob/1' }),
  ...each(
    pure,
    'my',
    'BINARY',
    'MAY',
    'compress uncompress encode_mysql=encode decode_mysql=decode des_decrypt inet6_aton uuid_to_bin binary_cast=binary kdf',
  ),
  ...each(pure, 'my', 'BIGINT', 'MAY', 'uncompressed_length inet_aton/1'),
  ...each(pure, 'my', 'TEXT', 'MAY', 'inet_ntoa/1 inet6_ntoa bin_to_uuid password old_password decode_histogram'),
  ...each(pure, 'my', TRUTH, 'MAY', 'is_ipv4 is_ipv6 is_ipv4_compat is_ipv4_mapped'),
  // With a salt that is given; without one see the random functions.
  pure('encrypt_with_salt', 'BINARY', 'MAY', { my: 'encrypt/2' }),
  // By block_encryption_mode, and by the server's key file.
  ...each(session, 'my', 'BINARY', 'MAY', 'aes_encrypt aes_decrypt des_encrypt'),
  // Sets of transactions, as text.
  pure('gtid_subset', 'INTEGER', 'MAY', { my: 'gtid_subset' }),
  pure('gtid_subtract', 'TEXT', 'MAY', { my: 'gtid_subtract' }),
  // Vectors, of MySQL 9 and MariaDB 11.7.
  ...each(
    pure,
    'my',
    'FLOAT',
    'MAY',
    'vec_distance vec_distance_euclidean vec_distance_cosine vector_distance=distance',
  ),
  ...each(pure, 'my', 'BINARY', 'MAY', 'vec_fromtext=vec_fromtext,string_to_vector,to_vector'),
  ...each(pure, 'my', 'TEXT', 'MAY', 'vec_totext=vec_totext,vector_to_string,from_vector'),
  pure('vector_dim', 'INTEGER', 'MAY', { my: 'vector_dim' }),
];
