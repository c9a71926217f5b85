using System.Globalization;
using DialInsight.Client.Calibrations;
using DialInsight.WebConsole.Layout;

namespace DialInsight.WebConsole.Calibrations;

/// <summary>Agreement as people read it.</summary>
internal static class Kappas
{
    /// <summary>κ with its interval; that it says nothing where it does.</summary>
    public static string Say(KappaView agreement, Visit visit) => agreement.Kappa is { } kappa
        ? $"{Number(kappa)} ({Number(agreement.Low)} – {Number(agreement.High)})"
        : visit["says nothing", "无法判断"];

    /// <summary>How much agreement that is (Landis and Koch 1977, The measurement of observer agreement for categorical data, section 4).</summary>
    public static string Strength(double kappa, Visit visit) => kappa switch
    {
        < 0 => visit["poor", "很差"],
        <= 0.2 => visit["slight", "轻微"],
        <= 0.4 => visit["fair", "一般"],
        <= 0.6 => visit["moderate", "中等"],
        <= 0.8 => visit["substantial", "较高"],
        _ => visit["almost perfect", "几乎完全一致"],
    };

    private static string Number(double? value) => value?.ToString("0.00;−0.00;0.00", CultureInfo.InvariantCulture) ?? "–";

    /// <summary>A change with its sign.</summary>
    public static string Signed(double? change) => change is { } known ? known.ToString("+0.00;−0.00;0.00", CultureInfo.InvariantCulture) : "–";
}
