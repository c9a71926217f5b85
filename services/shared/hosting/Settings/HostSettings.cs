using System.ComponentModel.DataAnnotations;

namespace DialInsight.Hosting.Settings;

/// <summary>How the process behaves: the section <c>Host</c>.</summary>
internal sealed record HostSettings
{
    /// <summary>For how long a process that is told to stop may finish what it has begun, in seconds: 1 to 3600.</summary>
    [Range(1, 3600, ErrorMessage = "must be from 1 to 3600.")]
    public int ShutdownSeconds { get; set; } = 60;
}
