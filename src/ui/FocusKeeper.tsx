import { Component, createRef, type ReactNode } from 'react';

/**
 * Keeps the focus in its place of the page: when what had it inside is replaced, the place itself takes it.
 * A class, because only React's snapshot tells where the focus was before the old content is gone.
 */
export class FocusKeeper extends Component<{ className?: string; label?: string; children: ReactNode }> {
  private readonly place = createRef<HTMLDivElement>();

  private hasFocus(): boolean {
    return this.place.current?.contains(document.activeElement) ?? false;
  }

  override getSnapshotBeforeUpdate(): boolean {
    return this.hasFocus();
  }

  override componentDidUpdate(_props: unknown, _state: unknown, hadFocus: boolean): void {
    if (hadFocus && !this.hasFocus()) this.place.current?.focus();
  }

  override render(): ReactNode {
    const { className, label } = this.props;
    return (
      <div ref={this.place} tabIndex={-1} className={className} {...(label && { role: 'group', 'aria-label': label })}>
        {this.props.children}
      </div>
    );
  }
}
