import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { bad, type Finding, warning } from './define.ts';

const setting = 'MicrosoftAppCertificateFile';

/** What is wrong with the file before anybody is asked; else when it ends. */
export async function lookAtCertificate(file: string, now: Date): Promise<{ wrong: Finding } | { endsAt: Date }> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null)
    return { wrong: bad(`${file} cannot be read.`, `Correct ${setting}, or let the bot’s user read it.`) };
  const certificate = /BEGIN (RSA |EC )?PRIVATE KEY/.test(text) ? firstIn(text) : null;
  if (!certificate) return { wrong: notBoth(file) };
  const endsAt = new Date(certificate.validTo);
  return endsAt <= now ? { wrong: bad(`The certificate ended on ${dayOf(endsAt)}.`, renewal) } : { endsAt };
}

const renewal =
  'Upload a new one (Certificates & secrets > Certificates), then replace the file; a running bot takes it from there.';

const notBoth = (file: string) =>
  bad(
    `${file} holds no certificate with its private key.`,
    `Put both into one PEM file, the key without a pass phrase, and name it in ${setting}.`,
  );

function firstIn(pem: string): X509Certificate | null {
  try {
    return new X509Certificate(pem.slice(pem.indexOf('-----BEGIN CERTIFICATE-----')));
  } catch {
    return null;
  }
}

const soonMs = 30 * 24 * 60 * 60_000;

/** A certificate that ends soon works today. */
export function endingFor(endsAt: Date, now: Date): Finding | null {
  if (endsAt.getTime() - now.getTime() > soonMs) return null;
  return warning(`The certificate works, and ends on ${dayOf(endsAt)}.`, renewal);
}

export const dayOf = (at: Date): string => at.toISOString().slice(0, 10);
