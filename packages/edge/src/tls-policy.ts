/**
 * TLS policy of every HTTPS listener, as of September 2025: TLS 1.3 and 1.2 with forward secrecy and AES-GCM only, in
 * a FIPS 140-3 validated module, with hybrid post-quantum key exchange for clients that offer it. It is one of the two
 * policies that AWS recommends, in the China Regions too; towards targets it lets the load balancer speak TLS through
 * the same validated module. The user guide of AWS GovCloud (US) says that FIPS policies can be chosen there, without
 * their names, and no AWS document takes this one out. Omitting a policy would give `ELBSecurityPolicy-2016-08`, which takes TLS 1.0.
 *
 * A newer policy replaces this constant in a release of its own, never by an argument.
 * Source: Elastic Load Balancing User Guide, "Security policies for your Application Load Balancer"; 45 CFR
 * 164.312(e)(1); "Elastic Load Balancing" in the AWS GovCloud (US) User Guide.
 */
export const tlsPolicy = "ELBSecurityPolicy-TLS13-1-2-Res-FIPS-PQ-2025-09";
