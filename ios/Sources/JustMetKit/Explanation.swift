import JustMetCore

extension JustMetError {
  /// The core's own sentence; `localizedDescription` would print the Swift value instead.
  public var explanation: String {
    switch self {
    case .Invalid(let explanation), .NotFound(let explanation), .NewerDatabase(let explanation),
      .DamagedDatabase(let explanation), .Busy(let explanation), .Storage(let explanation), .Shell(let explanation),
      .Interrupted(let explanation), .Internal(let explanation):
      explanation
    }
  }
}

/// What to show for whatever a call threw.
func explanation(of error: any Error) -> String {
  (error as? JustMetError)?.explanation ?? error.localizedDescription
}
