using DialInsight.WebConsole.Layout;

namespace DialInsight.WebConsole.Prompts;

/// <summary>What people call the kinds of template parts.</summary>
internal static class PartKinds
{
    public static string Title(string kind, Visit visit) => kind switch
    {
        "scenarioDescription" => visit["Scenario description", "场景描述"],
        "roleIntroduction" => visit["Role introduction", "角色介绍"],
        "taskNarrative" => visit["Task narrative", "任务叙述"],
        "guidelines" => visit["Guidelines", "通用准则"],
        "outputFormat" => visit["Output format", "输出格式"],
        "example" => visit["Example", "示例"],
        "dialogueBlock" => visit["Around the dialogue", "对话前后"],
        "dialogue" => visit["Dialogue", "对话"],
        _ => kind,
    };
}
