#if canImport(SwiftUI)
  import SwiftUI

  /// Puts views beside each other and begins a new row where one does not fit: no chip is ever cut.
  struct FlowLayout: Layout {
    var spacing: CGFloat = 8

    func sizeThatFits(proposal: ProposedViewSize, subviews: Subviews, cache: inout ()) -> CGSize {
      place(subviews, in: proposal.width ?? .infinity).size
    }

    func placeSubviews(in bounds: CGRect, proposal: ProposedViewSize, subviews: Subviews, cache: inout ()) {
      for (subview, frame) in zip(subviews, place(subviews, in: bounds.width).frames) {
        subview.place(
          at: CGPoint(x: bounds.minX + frame.minX, y: bounds.minY + frame.minY), anchor: .topLeading,
          proposal: ProposedViewSize(width: frame.width, height: frame.height))
      }
    }

    private func place(_ subviews: Subviews, in width: CGFloat) -> (frames: [CGRect], size: CGSize) {
      var frames: [CGRect] = []
      var x: CGFloat = 0
      var y: CGFloat = 0
      var row: CGFloat = 0
      var widest: CGFloat = 0
      for subview in subviews {
        // Wider than a row: it wraps inside itself.
        let size = subview.sizeThatFits(ProposedViewSize(width: width.isFinite ? width : nil, height: nil))
        if x > 0, x + size.width > width {
          (x, y, row) = (0, y + row + spacing, 0)
        }
        frames.append(CGRect(x: x, y: y, width: min(size.width, width), height: size.height))
        x += size.width + spacing
        row = max(row, size.height)
        widest = max(widest, x - spacing)
      }
      return (frames, CGSize(width: min(widest, width), height: y + row))
    }
  }
#endif
