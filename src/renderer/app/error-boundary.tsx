import { Component } from 'react'
import type { ReactNode } from 'react'

type Props = {
  readonly children: ReactNode
  readonly fallback: (error: Error, retry: () => void) => ReactNode
  /** When it changes, the broken part is tried again. */
  readonly resetKey?: string
}
type State = { readonly error: Error | null }

/** Catches what a part of the screen throws, so that the rest stays usable. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null }

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override componentDidUpdate(before: Props): void {
    if (before.resetKey !== this.props.resetKey && this.state.error) this.retry()
  }

  private readonly retry = (): void => {
    this.setState({ error: null })
  }

  override render(): ReactNode {
    return this.state.error
      ? this.props.fallback(this.state.error, this.retry)
      : this.props.children
  }
}
