using System.Diagnostics;
using DialInsight.Contracts;

namespace DialInsight.Hosting.Facts;

/// <summary>What one stored document tells.</summary>
/// <param name="Sequence">Its place in its writer's sequence.</param>
/// <param name="Follows">The span that they follow; the default where none is known.</param>
/// <param name="Facts">The facts; none when it has nothing more to tell.</param>
internal sealed record RecordedFacts(long Sequence, ActivityContext Follows, IReadOnlyList<IFact> Facts);
