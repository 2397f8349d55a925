/**
 * The two configuration files of the embedded ClickHouse: who may knock, what they may do, how much memory it may take.
 * The product's user owns databases whose names begin with `watchdesk` and can reach neither files nor the network; the
 * reader may only look at them, for a limited time.
 */
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** User and database of the product. */
export const NAME = 'watchdesk';

/** Writes both files and gives the path of the main one. */
export async function writeConfiguration(dataDir: string, password: string, memoryBytes: number, durable: boolean): Promise<string> {
  const [config, users] = [join(dataDir, 'config.xml'), join(dataDir, 'users.xml')];
  await writeFile(
    config,
    `<clickhouse>
  <users_config>${users}</users_config>
  <timezone>UTC</timezone>
  <!-- Only these two may knock. Without the list the password-less \`default\` of the boot statements would be open to every local process. -->
  <http_handlers>${[NAME, `${NAME}_reader`]
    .map(
      (user) => `
    <rule>
      <headers><Authorization>Basic ${Buffer.from(`${user}:${password}`).toString('base64')}</Authorization></headers>
      <handler><type>dynamic_query_handler</type><query_param_name>query</query_param_name></handler>
    </rule>`,
    )
    .join('')}
  </http_handlers>
  <max_server_memory_usage>${memoryBytes}</max_server_memory_usage>
  <mark_cache_size>${128 * 2 ** 20}</mark_cache_size>
  <!--
    ClickHouse leaves new parts to the page cache unless told otherwise; a power cut would then lose acknowledged rows.
    What is synced should be few files: a part is one until it is large, and not one for each of eighty columns.
  -->
  <merge_tree>
    <fsync_after_insert>${Number(durable)}</fsync_after_insert>
    <fsync_part_directory>${Number(durable)}</fsync_part_directory>
    <non_replicated_deduplication_window>1000</non_replicated_deduplication_window>
    <min_bytes_for_wide_part>${64 * 2 ** 20}</min_bytes_for_wide_part>
  </merge_tree>
</clickhouse>\n`,
    { mode: 0o600 },
  );
  const readerBytes = Math.floor(memoryBytes / 4);
  const hash = createHash('sha256').update(password).digest('hex');
  const user = (name: string, profile: string, secret: string, network: string, grants: string[]) => `
    <${name}>
      ${secret}<profile>${profile}</profile><quota>default</quota>
      <networks><ip>${network}</ip></networks>
      <grants>${grants.map((grant) => `<query>grant ${grant}</query>`).join('')}</grants>
    </${name}>`;
  const secret = `<password_sha256_hex>${hash}</password_sha256_hex>`;
  await writeFile(
    users,
    `<clickhouse>
  <profiles>
    <default/>
    <!-- readonly 2 lets a question choose its settings, which the client needs; the limits therefore need bounds, and 0 would mean none. -->
    <reader>
      <readonly>2</readonly><max_execution_time>20</max_execution_time><max_memory_usage>${readerBytes}</max_memory_usage>
      <constraints>
        <max_execution_time><min>1</min><max>20</max></max_execution_time>
        <max_memory_usage><min>1</min><max>${readerBytes}</max></max_memory_usage>
      </constraints>
    </reader>
  </profiles>
  <quotas><default/></quotas>
  <users>
    <!-- The boot statements run as \`default\`, which can have no password; it may open the listener and count, nothing else. -->
    ${user('default', 'default', '<password></password>', '127.0.0.1', ['SYSTEM LISTEN ON *.*', 'SELECT ON system.numbers'])}
    ${user(NAME, 'default', secret, '127.0.0.1', [`ALL ON ${NAME}*.*`, 'TABLE ENGINE ON *', 'SELECT ON system.*', 'KILL QUERY ON *.*'])}
    ${user(`${NAME}_reader`, 'reader', secret, '127.0.0.1', [`SELECT ON ${NAME}*.*`])}
  </users>
</clickhouse>\n`,
    { mode: 0o600 },
  );
  return config;
}
