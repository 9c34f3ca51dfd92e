import styles from './first-run.module.css'

/** A dotted road across the empty map, with a flag at its end. */
export function FaintRoad() {
  const road = 'M-40 650C120 600 260 690 470 676s330-96 560-70 300-20 306-150-20-120 0-190'
  return (
    <svg
      className={styles['road']}
      viewBox="0 0 1440 800"
      preserveAspectRatio="xMaxYMid slice"
      aria-hidden
    >
      <g className={styles['contours']}>
        <path d="M-40 120C260 60 420 190 720 130s460-80 800 10" />
        <path d="M-40 230C240 190 480 300 760 240s440-110 760-30" />
        <path d="M-40 690C300 640 520 760 820 700s420-40 700-70" />
        <path d="M-40 770C320 740 540 830 860 780s420-30 660-50" />
      </g>
      <path className={styles['bed']} d={road} />
      <path className={styles['dots']} d={road} />
      <g transform="translate(1336 196)">
        <path className={styles['pole']} d="M0 72V0" />
        <path className={styles['flag']} d="M0 0h34l-9 11 9 11H0Z" />
      </g>
    </svg>
  )
}
