/**
 * Since this day Microsoft neither supports nor syncs the on-premises Exchange connector (memdocs, conditional-access-exchange-create, as of
 * 2023-11-10; an earlier notice, in exchange-connector-install, said 15 January). Graph takes a sync all the same.
 */
export const exchangeConnectorSupport = {
  endedAt: new Date('2024-02-19T00:00:00Z'),
  source: 'Microsoft Learn, Configure Exchange on-premises access for Intune',
} as const;
