import * as pulumi from "@pulumi/pulumi";
import { arn, type AwsEnvironment } from "@hipaa-aws/foundation";
import type { ContainerLog } from "./container-definition";
import { ServiceTls, type FargateServiceArgs } from "./fargate-service-args";
import type { Grant } from "./grants";
import { privateCaScript, proxyScript } from "./proxy-scripts";
import { portName } from "./service-connect";
import type { ServicePlan } from "./service-plan";
import { applicationContainerName, checkedImage, type TaskExtras } from "./task-definition";
import { proxyContainerName, proxyScratch, tlsProxyContainer } from "./tls-proxy";

/** The container that listens on the service's port, which the load balancer sends to. */
export function listeningContainer(plan: ServicePlan): string {
  return plan.proxied ? proxyContainerName : applicationContainerName;
}

/** The proxy, or the port of the application where it listens itself. */
export function tlsExtras(args: FargateServiceArgs, plan: ServicePlan, environment: AwsEnvironment): TaskExtras {
  if (plan.tls === ServiceTls.ServiceConnect) return { application: { port: plan.port, portName } };
  if (!plan.proxied) return { application: { port: plan.port } };
  return {
    beside: (log) => proxyContainer(args, plan, environment, log),
    besideScratch: proxyScratch,
  };
}

/** What the proxy does at the private CA: have its own kind of certificate signed, and no other. */
export function certificateGrants(args: FargateServiceArgs, plan: ServicePlan, environment: AwsEnvironment): Grant[] {
  if (plan.tls !== ServiceTls.PrivateCa || args.certificateAuthorityArn === undefined) return [];
  const resources = [checkedAuthority(plan, args.certificateAuthorityArn)];
  return [
    {
      name: "IssueServerCertificate",
      actions: ["acm-pca:IssueCertificate"],
      resources,
      conditions: { StringEquals: { "acm-pca:TemplateArn": [serverTemplate(environment)] } },
    },
    {
      name: "ReadCertificate",
      actions: ["acm-pca:GetCertificate", "acm-pca:DescribeCertificateAuthority"],
      resources,
    },
  ];
}

/** Certificates for servers only: they cannot sign others, and no client can show them. */
function serverTemplate(environment: AwsEnvironment): pulumi.Output<string> {
  return arn(environment, "acm-pca", "template/EndEntityServerAuthCertificate/V1", { region: "", account: "" });
}

function proxyContainer(
  args: FargateServiceArgs,
  plan: ServicePlan,
  environment: AwsEnvironment,
  log: ContainerLog,
): pulumi.Output<Record<string, unknown>> {
  return pulumi
    .all([checkedImage(plan.checks, "proxyImage", args.proxyImage ?? ""), scriptOf(args, plan, environment)])
    .apply(([image, script]) =>
      tlsProxyContainer({
        image,
        log,
        script,
        medium: plan.medium,
        stopTimeout: plan.stopTimeout,
        port: plan.port,
        applicationContainer: applicationContainerName,
        applicationReportsHealth: args.healthCheckCommand !== undefined,
      }),
    );
}

function scriptOf(args: FargateServiceArgs, plan: ServicePlan, environment: AwsEnvironment): pulumi.Output<string> {
  if (plan.tls !== ServiceTls.PrivateCa) return pulumi.output(proxyScript(plan.port, plan.applicationPort));
  return pulumi
    .all([checkedAuthority(plan, args.certificateAuthorityArn ?? ""), serverTemplate(environment)])
    .apply(([authorityArn, templateArn]) =>
      privateCaScript(plan.port, plan.applicationPort, {
        authorityArn,
        templateArn,
        names: args.certificateNames ?? [],
        days: plan.certificateDays,
      }),
    );
}

const authorityForm = /^arn:aws[a-z-]*:acm-pca:[a-z0-9-]+:\d{12}:certificate-authority\/[0-9a-f-]{36}$/;

// It stands in a shell script.
function checkedAuthority(plan: ServicePlan, authorityArn: pulumi.Input<string>): pulumi.Output<string> {
  return pulumi
    .output(authorityArn)
    .apply((text) => plan.checks.matches("certificateAuthorityArn", text, authorityForm, "the ARN of a private CA"));
}
