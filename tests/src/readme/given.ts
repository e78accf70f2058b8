import { Cache } from "@hipaa-aws/cache";
import { PhiFileSystem, PhiTable } from "@hipaa-aws/data-services";
import { PostgresInstance } from "@hipaa-aws/database";
import { InternalLoadBalancer } from "@hipaa-aws/edge";
import { KeyRing } from "@hipaa-aws/keys";
import { AlertTopic, PhiQueue } from "@hipaa-aws/messaging";
import { Vpc } from "@hipaa-aws/network";
import { LogBucket, LogBucketPurpose, PhiBucket } from "@hipaa-aws/object-storage";
import { FargateService, ServiceCluster, ServiceTier, ServiceTls } from "@hipaa-aws/service";
import { PhiFunction, type PhiFunctionInvoker } from "@hipaa-aws/serverless";
import * as pulumi from "@pulumi/pulumi";

const account = "us-east-1:111122223333";

/** What another stack made, known by its ARN alone. */
const existing = (arn: string): { arn: pulumi.Output<string> } => ({ arn: pulumi.output(arn) });

/**
 * What examples take as given, by the name they use for it: components of the packages with the least arguments, and
 * ids and ARNs of what other stacks made. Each is made when an example first asks for it, once a program.
 */
export class Given {
  private readonly made = new Map<string, unknown>();

  /** A program for the tools that run one. */
  readonly program = (): void => {};
  readonly hostedZoneId = "Z0123456789EXAMPLE";
  readonly pool = { id: pulumi.output("ipam-pool-0123456789abcdef0") };
  readonly hub = { id: pulumi.output("tgw-0123456789abcdef0") };
  readonly administrator = existing("arn:aws:iam::111122223333:role/search-administrator");
  readonly alarmsInVirginia = existing(`arn:aws:sns:${account}:alarms`);
  readonly webAcl = existing(`arn:aws:wafv2:${account}:regional/webacl/clinic/0a1b2c3d-1111-2222-3333-444455556666`);
  readonly userPool = existing(`arn:aws:cognito-idp:${account}:userpool/us-east-1_AbCdEfGhI`);

  get keys(): KeyRing {
    return this.once("keys", (name) => new KeyRing(name));
  }

  get alerts(): AlertTopic {
    return this.once("alerts", (name) => new AlertTopic(name, { key: this.keys.messaging }));
  }

  get accessLogBucket(): LogBucket {
    return this.once("access-logs", (name) => new LogBucket(name, { purpose: LogBucketPurpose.S3AccessLogs }));
  }

  get logBucket(): LogBucket {
    return this.logs("elb-logs", LogBucketPurpose.LoadBalancer);
  }

  get flowLogBucket(): LogBucket {
    return this.logs("flow-logs", LogBucketPurpose.VpcFlowLogs, this.keys.logs);
  }

  get auditFiles(): LogBucket {
    return this.logs("audit-files", LogBucketPurpose.DatabaseAudit, this.keys.logs);
  }

  get documents(): PhiBucket {
    return this.bucket("documents");
  }

  get packages(): PhiBucket {
    return this.bucket("packages");
  }

  get vpc(): Vpc {
    const { flowLogBucket } = this;
    return this.once("vpc", (name) => new Vpc(name, { cidrBlock: "10.60.0.0/16", flowLogBucket }));
  }

  /** The internal load balancer. */
  get api(): InternalLoadBalancer {
    const { vpc, logBucket, hostedZoneId } = this;
    const args = { network: vpc, logBucket, domainName: "api.example.org", hostedZoneId };
    return this.once("api", (name) => new InternalLoadBalancer(name, args));
  }

  get database(): PostgresInstance {
    const { vpc, keys } = this;
    const args = { network: vpc, key: keys.database, logsKey: keys.logs, secretsKey: keys.secrets };
    return this.once("database", (name) => new PostgresInstance(name, args));
  }

  get cache(): Cache {
    const { vpc, keys } = this;
    const args = { network: vpc, key: keys.cache, logsKey: keys.logs, keyPatterns: ["session:*"] };
    return this.once("cache", (name) => new Cache(name, args));
  }

  get files(): PhiFileSystem {
    const { vpc, keys } = this;
    const args = { network: vpc, key: keys.documents, accessPoints: [{ name: "reports", path: "/reports" }] };
    return this.once("files", (name) => new PhiFileSystem(name, args));
  }

  get visits(): PhiTable {
    const args = { key: this.keys.database, partitionKey: { name: "patientId" }, sortKey: { name: "visitId" } };
    return this.once("visits", (name) => new PhiTable(name, args));
  }

  get intakeQueue(): PhiQueue {
    return this.once("intake-queue", (name) => new PhiQueue(name, { key: this.keys.messaging }));
  }

  /** Takes the results of the malware scan. */
  get scanned(): PhiQueue {
    const senders = [{ service: "events.amazonaws.com", sourceArn: `arn:aws:events:${account}:rule/uploads-*` }];
    return this.once("scanned", (name) => new PhiQueue(name, { key: this.keys.messaging, senders }));
  }

  get cluster(): ServiceCluster {
    const { keys } = this;
    return this.once("cluster", (name) => {
      return new ServiceCluster(name, { volumesKey: keys.volumes, logsKey: keys.logs });
    });
  }

  /** A service behind the internal load balancer. */
  get app(): FargateService {
    const { cluster, vpc, api, keys } = this;
    const args = {
      cluster,
      network: vpc,
      loadBalancer: api,
      tier: ServiceTier.App,
      tls: ServiceTls.Application,
      image: "111122223333.dkr.ecr.us-east-1.amazonaws.com/app:1.0.0",
      logsKey: keys.logs,
      hostNames: ["api.example.org"],
      rulePriority: 20,
    };
    return this.once("app", (name) => new FargateService(name, args));
  }

  /** A function that rotates a secret. */
  get rotation(): PhiFunction {
    const sourceArn = `arn:aws:secretsmanager:${account}:secret:lab-api-*`;
    return this.fn("rotation", [{ name: "rotation", service: "secretsmanager.amazonaws.com", sourceArn }]);
  }

  /** A function that a deployment asks whether clients may follow. */
  get smokeTest(): PhiFunction {
    return this.fn("smoke-test");
  }

  private once<T>(name: string, make: (name: string) => T): T {
    if (!this.made.has(name)) this.made.set(name, make(`given-${name}`));
    return this.made.get(name) as T;
  }

  private logs(what: string, purpose: LogBucketPurpose, key?: KeyRing["logs"]): LogBucket {
    const { accessLogBucket } = this;
    return this.once(what, (name) => new LogBucket(name, { purpose, accessLogBucket, ...(key && { key }) }));
  }

  private bucket(what: string): PhiBucket {
    const { keys, accessLogBucket } = this;
    return this.once(what, (name) => new PhiBucket(name, { key: keys.documents, accessLogBucket }));
  }

  private fn(what: string, invokers?: PhiFunctionInvoker[]): PhiFunction {
    const { vpc, keys, packages } = this;
    const args = {
      network: vpc,
      key: keys.secrets,
      messagesKey: keys.messaging,
      logsKey: keys.logs,
      package: { bucket: packages.bucketName, key: `${what}.zip`, objectVersion: "3sL4kqtJlcpXroDTDmJ" },
      runtime: "nodejs24.x",
      handler: "index.handler",
      invokers,
    };
    return this.once(what, (name) => new PhiFunction(name, args));
  }
}
