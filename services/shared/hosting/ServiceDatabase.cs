namespace DialInsight.Hosting;

/// <summary>A database that this process works with; readiness looks at it.</summary>
/// <param name="Name">Its name, which is its service's.</param>
internal sealed record ServiceDatabase(string Name);
