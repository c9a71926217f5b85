using DialInsight.Hosting.Access;

namespace DialInsight.Hosting.Audit;

/// <summary>One change that somebody made.</summary>
public sealed record AuditEntry
{
    /// <summary>Ordered by time: <c>20260102T030405678Z-</c> and the request's id.</summary>
    public required string Id { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who.</summary>
    public required string Principal { get; init; }

    /// <summary>In which role.</summary>
    public required Role Role { get; init; }

    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>The route's pattern, for instance <c>/runs/{id}/pause</c>.</summary>
    public required string Route { get; init; }

    /// <summary>What was changed: the route's values, joined by a slash; where it has none, the address of what was made; or nothing.</summary>
    public required string Target { get; init; }

    /// <summary>The answer's status code.</summary>
    public required int Outcome { get; init; }
}
