// SPDX-License-Identifier: GPL-3.0-or-later
// Surnames that stand before the given name. Knows nothing of texts.
#include "common/people/tables/tables.h"

namespace morgue::tables {

const std::string_view asian_surnames =
    // Chinese in Mandarin, Cantonese and Hokkien, Korean, Vietnamese: they stand first
    "ahn an au bae bai ban bao bo bui cai cao chan chang chao chau chen cheng cheong cheung chiang chin chiu "
    "cho choi chow chu chua chun chung cui dai dang deng ding do dong du duan duong fan fang feng fong fu "
    "fung gao "
    "goh gong gu guo ha han hao he ho hoang hong hou hu hua huang hui hung hwang huynh im jang jeon jeong ji "
    "jia "
    "jiang jin jo joo ju jung kang kim ko koh koo kong ku kuo kwak kwok kwon lai lam lan lau law le lee lei "
    "leung "
    "li liang liao lim lin ling liu lo loh low lu lui luo lv ma mai mao meng min mo mok moon na nam ng ngo "
    "nguyen "
    "ni nie no noh oh ong ou ouyang pan pang park peng pham phan pi pu qian qiao qin qiu qu quan quek rao "
    "ren "
    "rhee roh ryu seo shang shao shen sheng shi shih shin sim sin sit so soh son song soong su suh sui sun "
    "sung "
    "tai tan tang tao tay teo teng thai tian tien ting to tong tran trinh truong tsai tsang tsao tse tseng "
    "tsui tu "
    "tung vo vu wan wang wei wen wong woo wu xi xia xiang xiao xie xing xiong xu xue yam yan yang yao yau ye "
    "yeo "
    "yeoh yeung yi yim yin ying yip yoo yoon you yu yuan yue yuen yun yung zeng zhai zhan zhang zhao zheng "
    "zhong "
    "zhou zhu zhuang zou";

}  // namespace morgue::tables
