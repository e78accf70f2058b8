import type * as pulumi from "@pulumi/pulumi";

/**
 * A VPC that is there already, of awsx or of another stack, in the place of a new one. Endpoints, records of traffic and
 * DNS queries, and an empty default security group are added to it; its subnets, routes and network ACLs stay as they are.
 */
export interface HipaaWebApplicationExistingNetworkArgs {
  /** Id of the VPC. DNS support and DNS hostnames are on in it. */
  vpcId: pulumi.Input<string>;
  /** Range of the VPC, IPv4. */
  cidrBlock: pulumi.Input<string>;
  /** Subnets with a route to the internet gateway, for the public load balancer: `publicSubnetIds` of awsx. */
  publicSubnetIds: pulumi.Input<pulumi.Input<string>[]>;
  /** Subnets of the web tier. Default: those of `app`. */
  webSubnetIds?: pulumi.Input<pulumi.Input<string>[]>;
  /** Subnets of the internal load balancer and the app tier: `privateSubnetIds` of awsx. */
  appSubnetIds: pulumi.Input<pulumi.Input<string>[]>;
  /** Subnets of database and cache, without a way to the internet: `isolatedSubnetIds` of awsx. */
  dataSubnetIds: pulumi.Input<pulumi.Input<string>[]>;
  /** Subnets of interface endpoints. Default: those of `app`. */
  endpointSubnetIds?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Zones that the data tier has a subnet in, 2 or 3. Plain value. Default: as many as `dataSubnetIds` has elements, 3 at
   * most, and 3 where it is an output.
   */
  availabilityZones?: number;
  /** Range of the web tier, where the tier has one: with that of app, endpoints admit them alone. Default: the VPC's. */
  webCidrBlock?: pulumi.Input<string>;
  /** Range of the app tier, where the tier has one. Default: the VPC's. */
  appCidrBlock?: pulumi.Input<string>;
  /** Route tables of the web subnets; with those of app. Their presence is a plain value. Default: none. */
  webRouteTableIds?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Route tables of the app subnets. Where they are given, S3 and DynamoDB get gateway endpoints in them, else S3 gets one
   * with network interfaces. `tables` need them. Their presence is a plain value. Default: none.
   */
  appRouteTableIds?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Security group of interface endpoints that are there already, for every AWS service that the application calls; no
   * endpoint is made then. It admits HTTPS from web and app. Its presence is a plain value. Default: endpoints are made.
   */
  endpointSecurityGroupId?: pulumi.Input<string>;
  /** Endpoint for S3 that is there already; with `endpointSecurityGroupId`. */
  s3EndpointId?: pulumi.Input<string>;
  /**
   * Whether the VPC's default security group is taken over and emptied. False where another stack has it. Default: true.
   * Plain value.
   */
  closeDefaultSecurityGroup?: boolean;
  /**
   * Whether DNS queries of the VPC are recorded and filtered, of everything in it. False where another stack does so.
   * Default: true. Plain value.
   */
  dnsProtection?: boolean;
  /**
   * Domains that DNS answers for beside AWS's and the application's: `api.example.com`, or `.example.com` with all names
   * below it; names of private zones too. Default: none, for a VPC with a free way out would carry data to any of them.
   * Plain list.
   */
  allowedDomains?: string[];
  /**
   * Whether web and app may reach every domain, by NAT gateways of the VPC; DNS then answers for all of them. Default:
   * false. Not with `allowedDomains`. Plain value.
   */
  internetAccess?: boolean;
}
