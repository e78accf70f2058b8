import type * as pulumi from "@pulumi/pulumi";

/**
 * The web tier on EC2 instances instead of Fargate, for programs that do not run in containers. The account has to have
 * the role `AWSServiceRoleForAutoScaling`, which gets the use of the key of volumes: `aws iam create-service-linked-role
 * --aws-service-name autoscaling.amazonaws.com` makes it, once.
 */
export interface HipaaWebApplicationInstancesArgs {
  /** Image of the machines, `ami-…`: Amazon Linux 2023, or another with systemd, `openssl` and the agent of Systems Manager. */
  imageId: pulumi.Input<string>;
  /** Type of the instances, of the processor that the image is for. Default: `m7g.large`. */
  instanceType?: pulumi.Input<string>;
  /**
   * Lines of shell that run as root at the first start. They start the program, which listens with TLS on port 8443 with
   * the certificate in `/etc/pki/instance-tls`, and finds its environment in `/etc/application.env`. Never secrets.
   */
  userData?: pulumi.Input<string>;
  /** Size of the root volume in GiB, 8 to 16,384. Default: 20. Plain value. */
  rootVolumeGib?: number;
  /** Fewest instances. Default: 2. Plain value. */
  minCount?: number;
  /** Instances at first. Default: `minCount`. Plain value. */
  desiredCount?: number;
  /** Most instances. Default: twice `minCount`. Plain value. */
  maxCount?: number;
  /** Days after which an instance is replaced, 1 to 365, so that none grows old unpatched. Default: 30. Plain value. */
  maxInstanceDays?: number;
  /** Files whose lines go to the log group. Default: those of the system, `/var/log/messages` for one. Plain list. */
  logFiles?: string[];
}
