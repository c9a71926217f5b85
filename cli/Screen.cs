using Spectre.Console;
using Spectre.Console.Rendering;

namespace DialInsight.Cli;

/// <summary>Standard output as somebody's screen; for a file or another program, lines are as long as they are.</summary>
internal static class Screen
{
    private const int WideEnough = 400;

    /// <summary>Whether somebody looks on.</summary>
    public static bool IsLive => !Console.IsOutputRedirected;

    /// <summary>Writes lines of text and tables, cut to the width of the screen where there is one.</summary>
    /// <param name="rows">What is written.</param>
    /// <param name="whole">Cuts nothing on a screen either.</param>
    public static void Write(IRenderable rows, bool whole = false)
    {
        if (whole || !IsLive)
            AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, WideEnough);
        AnsiConsole.Write(new Rows(rows));
    }
}
