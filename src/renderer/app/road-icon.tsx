import type { LucideProps } from 'lucide-react'

/** The road of the Route screen: lucide has no such curve. */
export function RoadIcon({ size = 18 }: Pick<LucideProps, 'size'>) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.2"
      strokeLinecap="round"
      aria-hidden
    >
      <path d="M3 18c4 0 5-2.5 7-5s4-4.5 11-5" />
    </svg>
  )
}
