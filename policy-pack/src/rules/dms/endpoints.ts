import { customerKey } from "../../authoring/conditions";
import type { ResourceCheck } from "../../authoring/resource-check";
import { resourceRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";

const endpoint = "aws:dms/endpoint:Endpoint";

/** Engines whose connection takes an SSL mode. Source: "Using SSL with AWS DMS", AWS DMS user guide. */
const enginesWithSslMode =
  /^(?:mysql|mariadb|aurora|aurora-serverless|aurora-postgresql|aurora-postgresql-serverless|postgres|babelfish|oracle|sqlserver|db2|db2-zos|sybase|mongodb|docdb|azuredb|azure-.+)$/i;

const tlsModes = ["require", "verify-ca", "verify-full"];

/** Settings in the free text that take TLS off again. */
const switchesOff =
  /(?:use_?ssl|ssl|encrypt)\s*=\s*(?:false|0|no)(?![a-z0-9])|ssl_?mode\s*=\s*(?:disable|disabled|allow|prefer)/i;

const endpointTls = resourceRule("dms-endpoint-tls", {
  check: (resource) => (resource.type === endpoint ? judgeEndpoint(resource) : judgeProvider(resource)),
});

function judgeEndpoint(resource: ResourceCheck): void {
  const engine = resource.get("engineName");
  resource.expect(
    Truth.any([engine.matches(enginesWithSslMode).not(), resource.get("sslMode").isOneOf(...tlsModes)]),
    "the endpoint connects to its database without TLS",
  );
  resource.expect(
    Truth.any([
      engine.isOneOf("kafka").not(),
      resource.get("kafkaSettings.securityProtocol").isOneOf("ssl-encryption", "ssl-authentication", "sasl-ssl"),
    ]),
    "the endpoint connects to Kafka without TLS",
  );
  resource.expect(
    resource.get("redisSettings.sslSecurityProtocol").isOneOf("plaintext").not(),
    "the endpoint connects to Redis without TLS",
  );
  resource.expect(
    resource.get("extraConnectionAttributes").matches(switchesOff).not(),
    "the connection attributes of the endpoint switch TLS off",
  );
}

/** A virtual data provider stands for a schema and connects to nothing. */
function judgeProvider(resource: ResourceCheck): void {
  resource.onlyWhen(resource.get("virtual").isTrue().not(), "connects to nothing");
  const settings = resource.get("settings");
  resource.expect(
    settings.isUnknown ? settings.asUnknown() : Truth.all(settings.entries().map(modeOf)),
    "the data provider connects to its database without TLS",
  );
}

/** Redshift takes no mode here: its own parameter group decides. */
function modeOf([name, block]: [string, Value]): Truth {
  return name === "redshiftSettings" ? Truth.yes : block.get("sslMode").isOneOf(...tlsModes);
}

const endpointCredentials = resourceRule("dms-endpoint-credentials", {
  // A password input is the fault, whatever its origin: policies receive secrets unwrapped and cannot tell.
  faultsOnPresence: true,
  check: (resource) =>
    resource.expect(
      resource.get("password").isGiven().not(),
      "the password comes from the program and stays in state, instead of from Secrets Manager",
    ),
});

const endpointCmk = resourceRule("dms-endpoint-cmk", {
  // An S3 endpoint signs in by a role, so it has no secret to encrypt; what it writes is another rule's.
  types: [endpoint],
  check: customerKey(
    "kmsKeyArn",
    "connection parameters are encrypted under AWS's own key instead of a customer-managed one",
  ),
});

/** Rules on endpoints and data providers. */
export const endpointRules: readonly Rule[] = [endpointTls, endpointCredentials, endpointCmk];
