namespace DialInsight.WebConsole.Calling;

/// <summary>How a process is.</summary>
/// <param name="Name">The service's name, or <c>platform</c> where all are one process.</param>
/// <param name="IsReady">Whether its bus and stores are there.</param>
public sealed record ProcessHealth(string Name, bool IsReady);
